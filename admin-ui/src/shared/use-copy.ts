import { useEffect, useState } from 'react';
import { notifyFailed } from './notices';

const SAID_FOR_MS = 2000;

/** A page without TLS has no clipboard: a selection is copied instead. */
const copySelection = (text: string): boolean => {
  const area = document.createElement('textarea');
  area.value = text;
  area.className = 'offstage';
  const focused = document.activeElement;
  document.body.append(area);
  area.select();
  const copied = document.execCommand('copy');
  area.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return copied;
};

const copyText = async (text: string): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copySelection(text);
  }
};

/** Copies a text, and says for a moment that it did. */
export const useCopy = (onCopied?: () => void) => {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return undefined;
    const timer = setTimeout(() => setCopied(false), SAID_FOR_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async (text: string): Promise<void> => {
    if (!(await copyText(text)))
      return notifyFailed('The browser does not let this page copy. Select the text instead.');
    setCopied(true);
    onCopied?.();
  };
  return { copied, copy: (text: string) => void copy(text) };
};
