import { VIEWS, type ViewName } from './place';

/** The way between the views; the API's documentation is a page of its own. */
export function Navigation({ view }: { view: ViewName }) {
  return (
    <nav class="views" aria-label="Views">
      {Object.entries(VIEWS).map(([name, label]) => (
        <a key={name} href={`#/${name}`} aria-current={name === view ? 'page' : undefined}>
          {label}
        </a>
      ))}
      <a href="./api/v1/docs" target="_blank" rel="noreferrer">
        API
      </a>
    </nav>
  );
}
