/** Brings the focus to a part of the page that has just come; the page stays where it is while the part's beginning is in view. */
export function showSoon(id: string): void {
  requestAnimationFrame(() => {
    const part = document.getElementById(id);
    if (!part) return;
    part.focus({ preventScroll: true });
    const { top } = part.getBoundingClientRect();
    if (top < 0 || top > innerHeight / 2) part.scrollIntoView();
  });
}

/** Brings the focus to what is there once the page shows what has just changed. */
export function focusSoon(id: string): void {
  requestAnimationFrame(() => document.getElementById(id)?.focus());
}
