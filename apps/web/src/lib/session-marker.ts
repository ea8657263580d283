/** Whether this browser may hold a refresh cookie, which scripts cannot see. It says nothing about whose. */
export interface SessionMarker {
  isSet(): boolean;
  set(): void;
  clear(): void;
}

const STORAGE_KEY = 'mv-session';

/** Kept beside the cookie, so that a first visit asks for no session and gets no refusal. */
export const storedMarker: SessionMarker = {
  isSet() {
    try {
      return localStorage.getItem(STORAGE_KEY) !== null;
    } catch {
      // Storage is blocked: only the cookie can tell.
      return true;
    }
  },
  set: () => attempt(() => localStorage.setItem(STORAGE_KEY, '1')),
  clear: () => attempt(() => localStorage.removeItem(STORAGE_KEY)),
};

function attempt(write: () => void) {
  try {
    write();
  } catch {
    // Blocked or full: the next visit asks the cookie, or for the password.
  }
}
