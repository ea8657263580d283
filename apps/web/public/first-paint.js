// Runs before the first paint, so that a dark or Arabic page never flashes light or left-to-right. A file, because the CSP allows no inline script.
(() => {
  let theme = 'system';
  let language = null;
  try {
    theme = localStorage.getItem('mv-theme') || 'system';
    language = localStorage.getItem('mv-language');
  } catch {
    // Storage may be blocked; the defaults stand.
  }
  const dark = theme === 'dark' || (theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
  if (!language) language = /^ar\b/i.test(navigator.language || '') ? 'ar' : 'en';
  const root = document.documentElement;
  root.dataset.theme = dark ? 'dark' : 'light';
  root.lang = language;
  root.dir = language === 'ar' ? 'rtl' : 'ltr';
})();
