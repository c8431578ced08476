import { Link, useLocation } from 'wouter';
import { Icon } from '../shared/icon';
import { SECTIONS, isIn } from './sections';

/** Beside the page on wide screens, below it on phones. */
export const Navigation = () => {
  const [path] = useLocation();
  return (
    <nav className="nav" aria-label="Console">
      <ul>
        {SECTIONS.map((section) => (
          <li key={section.href}>
            <Link href={section.href} aria-current={isIn(section, path) ? 'page' : undefined}>
              <Icon name={section.icon} />
              <span className="wide-word">{section.name}</span>
              <span className="short-word">{section.short}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
};
