import { useState } from 'react';

export interface Dialog<Subject> {
  /** What the dialog is about; it stays while the dialog closes. */
  readonly subject: Subject | null;
  readonly opened: boolean;
  readonly open: (subject: Subject) => void;
  readonly close: () => void;
}

/** A dialog's state. Render the dialog always: only one that saw itself open gives the focus back when it closes. */
export const useDialog = <Subject>(): Dialog<Subject> => {
  const [state, setState] = useState<{ subject: Subject | null; opened: boolean }>({ subject: null, opened: false });
  return {
    ...state,
    open: (subject) => setState({ subject, opened: true }),
    close: () => setState(({ subject }) => ({ subject, opened: false })),
  };
};
