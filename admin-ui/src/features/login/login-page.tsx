import { Alert, Button, Paper, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useEffect, type FormEvent } from 'react';
import { useCredentials } from '../../api/credentials';
import { loginWords } from './login-words';
import { useCapsLock } from './use-caps-lock';
import { useLockOut } from './use-lock-out';
import { useLogin } from './use-login';

const FAREWELLS = {
  expired: 'You were logged out because your login is no longer valid. Log in again to go on where you were.',
  'logged-out': 'You are logged out.',
};

const textOf = (fields: FormData, name: string): string => {
  const value = fields.get(name);
  return typeof value === 'string' ? value : '';
};

export const LoginPage = () => {
  const login = useLogin();
  const { farewell } = useCredentials();
  const lockedFor = useLockOut(login.error);
  const capsLock = useCapsLock();
  useEffect(() => {
    document.title = 'Log in · Jarvis organisers';
  }, []);
  // The fields keep their own values: password managers fill them in without telling.
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    login.mutate({ username: textOf(fields, 'username'), password: textOf(fields, 'password') });
  };
  return (
    <main className="login">
      <Paper withBorder radius="lg" p="xl">
        <form onSubmit={submit} method="post">
          <Stack>
            <img className="mark" src={`${import.meta.env.BASE_URL}favicon.svg`} alt="" />
            <div>
              <Title order={1} size="h3">
                Jarvis organisers
              </Title>
              <Text c="dimmed">Log in to watch and run the event.</Text>
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
              id="username"
              name="username"
              label="Username"
              size="md"
              autoComplete="username"
              autoCapitalize="off"
              spellCheck={false}
              required
              withAsterisk={false}
              autoFocus
            />
            <PasswordInput
              id="password"
              name="password"
              label="Password"
              size="md"
              autoComplete="current-password"
              required
              withAsterisk={false}
              visibilityToggleButtonProps={{ 'aria-label': 'Show or hide what is typed' }}
              {...capsLock.watch}
            />
            <Text size="sm" role="status" className="caps-lock">
              {capsLock.isOn && 'Caps Lock is on.'}
            </Text>
            <Button type="submit" size="md" loading={login.isPending} disabled={lockedFor > 0} fullWidth>
              Log in
            </Button>
          </Stack>
        </form>
      </Paper>
    </main>
  );
};
