import { useState, type KeyboardEvent } from 'react';

/** Whether Caps Lock is on, as of the last key that was pressed in the field. */
export const useCapsLock = () => {
  const [isOn, setOn] = useState(false);
  // Events that a password manager makes up know no keys.
  const look = (event: KeyboardEvent): void => setOn(event.getModifierState?.('CapsLock') ?? false);
  return { isOn, watch: { onKeyDown: look, onKeyUp: look, onBlur: () => setOn(false) } };
};
