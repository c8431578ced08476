import type { ContentProblem } from './types';

/** Which content files could not be used, and why: for whoever writes them. */
export function ContentProblems({ problems }: { readonly problems: readonly ContentProblem[] }) {
  if (problems.length === 0) return null;
  const leftOut = new Set(problems.map(({ file }) => file)).size;
  return (
    <details class="problems">
      <summary>{leftOut === 1 ? 'One content file is' : `${leftOut} content files are`} left out</summary>
      <ul>
        {problems.map(({ file, line, column, reason }) => (
          <li key={`${file}:${line}:${reason}`}>
            <code>{line === null ? file : `${file}:${line}:${column}`}</code>: {reason}
          </li>
        ))}
      </ul>
    </details>
  );
}
