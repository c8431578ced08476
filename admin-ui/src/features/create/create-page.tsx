import { ApiProblem, messageOf } from '@jarvis/client';
import { Alert, Tabs } from '@mantine/core';
import { useState } from 'react';
import { PageHead } from '../../shared/page-head';
import { useLeaveGuard } from '../../shared/use-leave-guard';
import './create.css';
import { pickRows } from './csv';
import { KeptPlaces } from './kept-places';
import { PersonForm } from './person-form';
import { Result } from './result';
import { RosterForm } from './roster-form';
import { useCreateRoster, type RosterEntry, type RosterOrder, type RosterResult } from './use-roster';

type Way = 'person' | 'roster';

interface Made {
  readonly way: Way;
  readonly csv: string;
  readonly result: RosterResult;
  /** Links that were copied or saved. */
  readonly safe: ReadonlySet<string>;
}

const LEAVING = {
  title: 'Leave without the links?',
  text: 'You have not copied or saved all links. They are not shown again.',
  stay: 'Stay',
  leave: 'Leave without them',
};

const refusedRows = ({ csv, result: { entries, refused } }: Made): string => {
  const lines = new Set(refused.map(({ line }) => line));
  return pickRows(csv, lines, new Set([...lines, ...entries.map(({ line }) => line)]));
};

const Refusal = ({ error }: { error: unknown }) => (
  <Alert color="red" role="alert" title="Nothing was made">
    {messageOf(error)}
    {error instanceof ApiProblem && error.errors.length > 0 && (
      <ul className="bad-rows">
        {error.errors.map(({ field, message }) => (
          <li key={`${field} ${message}`}>
            {field}: {message}
          </li>
        ))}
      </ul>
    )}
  </Alert>
);

const CreatePage = () => {
  const create = useCreateRoster();
  const [way, setWay] = useState<Way>('person');
  const [csv, setCsv] = useState('');
  const [made, setMade] = useState<Made | null>(null);
  const unsafe = made?.result.entries.some(({ link }) => !made.safe.has(link)) ?? false;
  const guard = useLeaveGuard(unsafe, LEAVING);

  const submit = async (order: RosterOrder): Promise<boolean> => {
    try {
      const result = await create.mutateAsync(order);
      setMade({ way, csv: order.csv, result, safe: new Set() });
      return true;
    } catch {
      return false;
    }
  };
  const keep = (entries: readonly RosterEntry[]) =>
    setMade((now) => now && { ...now, safe: new Set([...now.safe, ...entries.map(({ link }) => link)]) });
  const correct = () => {
    if (!made) return;
    setCsv(refusedRows(made));
    setWay('roster');
  };
  return (
    <div className="stack">
      <PageHead
        title="Create for others"
        description="Sessions by hand or from a roster. Each comes with a link that opens it for its attendee."
      />
      {made && (
        <Result
          result={made.result}
          onCopied={keep}
          onDismiss={() => setMade(null)}
          onCorrect={made.way === 'roster' ? correct : undefined}
        />
      )}
      <Tabs value={way} onChange={(name) => setWay(name === 'roster' ? 'roster' : 'person')}>
        <Tabs.List mb="lg">
          <Tabs.Tab value="person">One person</Tabs.Tab>
          <Tabs.Tab value="roster">Roster</Tabs.Tab>
        </Tabs.List>
        {create.error && <Refusal error={create.error} />}
        <Tabs.Panel value="person">
          <PersonForm pending={create.isPending} onSubmit={submit} />
        </Tabs.Panel>
        <Tabs.Panel value="roster">
          <RosterForm csv={csv} onCsv={setCsv} pending={create.isPending} onSubmit={submit} />
        </Tabs.Panel>
      </Tabs>
      <KeptPlaces />
      {guard}
    </div>
  );
};
export default CreatePage;
