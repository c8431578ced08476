/** Brings the focus to what is there once the page shows what has just changed. */
export function focusSoon(id: string): void {
  requestAnimationFrame(() => document.getElementById(id)?.focus());
}
