/** Where the browse function serves the site's icon. */
export const ICON_PATH = '/assets/icon.svg';

/** A gavel's block, for tabs and bookmarks. */
export const ICON_SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="3" fill="#0b5394"/><path d="M3 12h7v1.5H3zM7.6 2.5l4 4-1.4 1.4-4-4zM8.2 6.5l1.3 1.3-4 4-1.3-1.3z" fill="#fff"/></svg>';
