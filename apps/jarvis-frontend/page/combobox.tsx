import { useEffect, useRef, useState } from 'preact/hooks';
import { optionsShown, type Option } from './options-shown';

interface Props {
  readonly id: string;
  /** Where no label element names it. */
  readonly label?: string;
  readonly options: readonly Option[];
  readonly value: string;
  readonly placeholder: string;
  /** Whether anything may be typed, and not only what is offered. */
  readonly isFree: boolean;
  readonly isWrong: boolean;
  readonly onChange: (value: string) => void;
}

/** A text input that offers what matches: by arrow keys and Enter, or a click. */
export function Combobox({ id, label, options, value, placeholder, isFree, isWrong, onChange }: Props) {
  /** What is typed and not chosen yet. */
  const [typed, setTyped] = useState<string | undefined>();
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const list = useRef<HTMLUListElement>(null);
  const chosen = options.find((option) => option.value === value)?.label ?? value;
  const shown = isOpen ? optionsShown(options, isFree ? value : (typed ?? '')) : [];

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [active, isOpen]);

  const open = (): void => {
    setOpen(true);
    setActive(-1);
  };
  const close = (): void => {
    setOpen(false);
    setTyped(undefined);
  };
  const pick = (option: Option | undefined): void => {
    if (option) onChange(option.value);
    close();
  };
  const type = (text: string): void => {
    if (isFree) onChange(text);
    else setTyped(text);
    setOpen(true);
    setActive(isFree || text.trim() === '' ? -1 : 0);
  };
  const move = (by: 1 | -1): void => {
    if (!isOpen) open();
    else if (active < 0) setActive(by > 0 ? 0 : shown.length - 1);
    else setActive((active + by + shown.length) % shown.length);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const isChoice = event.key === 'Enter' && isOpen;
    if (!isChoice && !['ArrowDown', 'ArrowUp', 'Escape'].includes(event.key)) return;
    event.preventDefault();
    if (event.key === 'Escape') close();
    else if (isChoice) pick(shown[active]);
    else move(event.key === 'ArrowDown' ? 1 : -1);
  };

  return (
    <span class="combobox">
      <input
        id={id}
        type="text"
        role="combobox"
        autocomplete="off"
        spellcheck={false}
        placeholder={placeholder}
        aria-label={label}
        aria-autocomplete="list"
        aria-expanded={shown.length > 0}
        aria-controls={shown.length > 0 ? `${id}-options` : undefined}
        aria-activedescendant={shown[active] && `${id}-${active}`}
        aria-describedby={`${id}-hint`}
        aria-invalid={isWrong}
        value={typed ?? chosen}
        onFocus={(event) => event.currentTarget.select()}
        onClick={open}
        onInput={(event) => type(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onBlur={() => (typed === undefined || typed.trim() === '' ? close() : pick(exactly(options, typed)))}
      />
      {shown.length > 0 && (
        <ul ref={list} id={`${id}-options`} role="listbox" aria-label={label ?? 'Matches'}>
          {shown.map((option, index) => (
            <li
              key={option.value}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === active}
              onMouseDown={(event) => {
                event.preventDefault();
                pick(option);
              }}
            >
              <span>{option.label}</span>
              <span class="quiet">{option.hint}</span>
            </li>
          ))}
        </ul>
      )}
      {isOpen && !isFree && shown.length === 0 && (
        <p class="combobox-none" role="status">
          Nothing matches
        </p>
      )}
    </span>
  );
}

const exactly = (options: readonly Option[], typed: string): Option | undefined =>
  options.find(({ label }) => label.toLowerCase() === typed.trim().toLowerCase());
