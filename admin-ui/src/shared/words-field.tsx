import { Pill, PillsInput } from '@mantine/core';
import { useId, useRef, useState, type ClipboardEvent, type KeyboardEvent, type ReactNode } from 'react';
import { Suggestions } from './suggest-field';
import { withWords } from './words';

const ENDS = ['Enter', ',', ' '];

interface Props {
  readonly label: string;
  readonly description: string;
  readonly error: ReactNode;
  readonly value: readonly string[];
  /** What is offered to be chosen; any other word may be typed. */
  readonly words: readonly string[];
  readonly onChange: (value: string[]) => void;
}

/** A list of words: Enter, a comma, a space or leaving the field ends one, Backspace takes the last away. */
export const WordsField = ({ value, words, onChange, ...about }: Props) => {
  const [text, setText] = useState('');
  const id = useId();
  const listId = useId();
  const field = useRef<HTMLInputElement>(null);
  const add = (more: string) => {
    const all = withWords(value, more);
    if (all.length > value.length) onChange(all);
    setText('');
  };
  const remove = (word: string) => {
    onChange(value.filter((each) => each !== word));
    field.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (ENDS.includes(event.key) && text.trim() !== '') {
      event.preventDefault();
      add(text);
    } else if (event.key === 'Backspace' && text === '' && value.length > 0) onChange(value.slice(0, -1));
  };
  const onPaste = (event: ClipboardEvent) => {
    event.preventDefault();
    add(`${text}${event.clipboardData.getData('text/plain')}`);
  };
  return (
    <PillsInput id={id} {...about}>
      <Pill.Group>
        {value.map((word) => (
          <Pill
            key={word}
            withRemoveButton
            onRemove={() => remove(word)}
            removeButtonProps={{ 'aria-hidden': false, 'aria-label': `Take ${word} away`, tabIndex: 0 }}
          >
            {word}
          </Pill>
        ))}
        <PillsInput.Field
          ref={field}
          value={text}
          list={listId}
          autoComplete="off"
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
          onBlur={() => add(text)}
        />
      </Pill.Group>
      <Suggestions id={listId} words={words.filter((word) => !value.includes(word))} />
    </PillsInput>
  );
};
