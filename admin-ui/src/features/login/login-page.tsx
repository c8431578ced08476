import { ApiProblem } from '@jarvis/client';
import { Alert, Button, Paper, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useEffect, useState, type FormEvent } from 'react';
import { useCredentials } from '../../api/credentials';
import { loginWords } from './login-words';
import { useLogin } from './use-login';

const FAREWELLS = {
  expired: 'You were logged out because your login is no longer valid. Log in again to go on.',
  'logged-out': 'You are logged out.',
};

/** Seconds until a lock-out ends, counting down from the moment it was answered. */
const useLockOut = (error: unknown): number => {
  const wait = error instanceof ApiProblem && error.status === 429 ? (error.retryAfter ?? 30) : 0;
  const [left, setLeft] = useState(0);
  useEffect(() => {
    const until = Date.now() + wait * 1000;
    const count = () => setLeft(Math.max(0, Math.ceil((until - Date.now()) / 1000)));
    count();
    const timer = setInterval(count, 500);
    return () => clearInterval(timer);
  }, [error, wait]);
  return left;
};

export const LoginPage = () => {
  const login = useLogin();
  const { farewell } = useCredentials();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const lockedFor = useLockOut(login.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    login.mutate({ username, password });
  };
  return (
    <main className="login">
      <Paper withBorder radius="lg" p="xl">
        <form onSubmit={submit}>
          <Stack>
            <img className="mark" src={`${import.meta.env.BASE_URL}favicon.svg`} alt="" />
            <div>
              <Title order={1} size="h3">
                Jarvis organisers
              </Title>
              <Text c="dimmed">Log in to see and manage the sessions.</Text>
            </div>
            {farewell && !login.isError && (
              <Alert color={farewell === 'expired' ? 'yellow' : 'gray'} role="status">
                {FAREWELLS[farewell]}
              </Alert>
            )}
            {login.isError && (
              <Alert color="red" role="alert">
                {loginWords(login.error, lockedFor)}
              </Alert>
            )}
            <TextInput
              label="Username"
              autoComplete="username"
              autoCapitalize="off"
              value={username}
              onChange={(event) => setUsername(event.currentTarget.value)}
              required
              withAsterisk={false}
              autoFocus
            />
            <PasswordInput
              label="Password"
              autoComplete="current-password"
              value={password}
              onChange={(event) => setPassword(event.currentTarget.value)}
              required
              withAsterisk={false}
              visibilityToggleButtonProps={{ 'aria-label': 'Show or hide what is typed' }}
            />
            <Button type="submit" loading={login.isPending} disabled={lockedFor > 0} fullWidth>
              Log in
            </Button>
          </Stack>
        </form>
      </Paper>
    </main>
  );
};
