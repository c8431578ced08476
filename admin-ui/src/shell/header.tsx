import { Button } from '@mantine/core';
import { Link } from 'wouter';
import { useLogout } from '../features/login/use-login';
import { LiveIndicator } from './live-indicator';
import { SchemeSwitch } from './scheme-switch';

export const Header = () => {
  const logout = useLogout();
  return (
    <header className="bar">
      <Link href="/" className="brand" aria-label="Jarvis organisers">
        <img className="mark" src={`${import.meta.env.BASE_URL}favicon.svg`} alt="" />
        <span>
          Jarvis <span className="dim">organisers</span>
        </span>
      </Link>
      <LiveIndicator />
      <SchemeSwitch />
      <Button variant="default" size="sm" loading={logout.isPending} onClick={() => logout.mutate()}>
        Log out
      </Button>
    </header>
  );
};
