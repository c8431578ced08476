import { Button, Tabs } from '@mantine/core';
import { ConfigSection } from './features/config/config-section';
import { Summary } from './features/health/summary';
import { Stale, Updated } from './features/health/updated';
import { useCapacity } from './features/health/use-capacity';
import { useHealth } from './features/health/use-health';
import { Warnings } from './features/health/warnings';
import { useLogout } from './features/login/use-login';
import { PoolSection } from './features/pool/pool-section';
import { SessionsSection } from './features/sessions/sessions-section';
import { useSessions } from './features/sessions/use-sessions';

export const Console = () => {
  const health = useHealth();
  const capacity = useCapacity();
  const sessions = useSessions();
  const logout = useLogout();
  return (
    <div className="shell">
      <header className="top">
        <img className="mark" src={`${import.meta.env.BASE_URL}favicon.svg`} alt="" />
        <h1>Jarvis organisers</h1>
        <div className="grow">
          <Updated updatedAt={sessions.dataUpdatedAt} />
        </div>
        <Button variant="default" size="xs" loading={logout.isPending} onClick={() => logout.mutate()}>
          Log out
        </Button>
      </header>
      <main className="stack">
        <Stale updatedAt={sessions.dataUpdatedAt} error={sessions.error ?? health.error} />
        <Warnings health={health.data} />
        <Summary health={health.data} capacity={capacity.data} />
        <Tabs defaultValue="sessions" keepMounted={false}>
          <Tabs.List mb="lg">
            <Tabs.Tab value="sessions">Sessions</Tabs.Tab>
            <Tabs.Tab value="pool">Warm instances</Tabs.Tab>
            <Tabs.Tab value="settings">Settings</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="sessions">
            <SessionsSection />
          </Tabs.Panel>
          <Tabs.Panel value="pool">
            <PoolSection />
          </Tabs.Panel>
          <Tabs.Panel value="settings">
            <ConfigSection />
          </Tabs.Panel>
        </Tabs>
      </main>
    </div>
  );
};
