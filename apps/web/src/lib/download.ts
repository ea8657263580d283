/** Hands a file to the browser's downloads. `href` is of this origin, or a blob or data URL made here. */
export function download(href: string, fileName?: string): void {
  const link = document.createElement('a');
  link.href = href;
  link.download = fileName ?? '';
  document.body.append(link);
  link.click();
  link.remove();
}
