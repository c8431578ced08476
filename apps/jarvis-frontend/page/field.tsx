import type { ComponentChildren } from 'preact';

interface Props {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly children: ComponentChildren;
}

/** A labelled input with a hint, or what is wrong with it. The input refers to `{id}-hint`. */
export function Field({ id, label, hint, error, children }: Props) {
  return (
    <div class={`field ${error ? 'wrong' : ''}`}>
      <label for={id}>{label}</label>
      {children}
      <span id={`${id}-hint`} class={error ? 'error' : 'hint'}>
        {error ? said(label, error) : hint}
      </span>
    </div>
  );
}

/** What is wrong is told of the field by its name, where it is no sentence by itself. */
const said = (label: string, error: string): string => (/^[A-Z]/.test(error) ? error : `${label} ${error}`);
