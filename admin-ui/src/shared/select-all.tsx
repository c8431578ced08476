import { useEffect, useRef } from 'react';

interface Props {
  readonly label: string;
  readonly covered: 'none' | 'some' | 'all';
  readonly onToggle: () => void;
}

/** The box above a column of boxes: neither on nor off while only some of them are on. */
export const SelectAll = ({ label, covered, onToggle }: Props) => {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) box.current.indeterminate = covered === 'some';
  }, [covered]);
  return <input ref={box} type="checkbox" aria-label={label} checked={covered === 'all'} onChange={onToggle} />;
};
