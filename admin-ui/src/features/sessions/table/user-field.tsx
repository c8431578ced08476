import { CloseButton } from '@mantine/core';
import { useState } from 'react';
import { SuggestField } from '../../../shared/suggest-field';
import { usersLike } from './find-sessions';

/** More are found by typing. */
const OFFERED = 50;

interface Props {
  readonly users: readonly string[];
  readonly value: string | null;
  readonly onChange: (user: string | null) => void;
}

/** One user, or anybody. What is typed narrows the choice; it counts once it is a user's name, or can only be one user's. */
export const UserField = ({ users, value, onChange }: Props) => {
  const [typed, setTyped] = useState<string | null>(null);
  const found = typed === null ? users : usersLike(users, typed);
  const choose = (user: string | null) => {
    setTyped(null);
    if (user !== value) onChange(user);
  };
  const type = (text: string) => {
    if (text === '') choose(null);
    else if (users.includes(text)) choose(text);
    else setTyped(text);
  };
  const settle = () => {
    if (typed !== null) choose(found.length === 1 ? (found[0] ?? null) : value);
  };
  return (
    <SuggestField
      className="filter-user"
      label="User"
      placeholder="Anybody"
      words={found.slice(0, OFFERED)}
      value={typed ?? value ?? ''}
      error={found.length === 0 && 'Nobody of that name has a session'}
      onChange={type}
      onBlur={settle}
      onKeyDown={(event) => event.key === 'Enter' && settle()}
      rightSection={
        value !== null && <CloseButton size="sm" aria-label="Clear the user" onClick={() => choose(null)} />
      }
    />
  );
};
