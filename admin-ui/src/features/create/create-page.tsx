import { ApiProblem, messageOf } from '@jarvis/client';
import { Alert, Tabs } from '@mantine/core';
import { useState } from 'react';
import { ConfirmDialog } from '../../shared/confirm-dialog';
import { PageHead } from '../../shared/page-head';
import { useDialog } from '../../shared/use-dialog';
import { useLeaveGuard } from '../../shared/use-leave-guard';
import '../../theme/forms.css';
import './create.css';
import { pickRows } from './csv';
import { KeptPlaces } from './kept-places';
import { PersonForm } from './person-form';
import { Result } from './result';
import { RosterForm } from './roster-form';
import { useCreateRoster, type RosterEntry, type RosterOrder, type RosterResult } from './use-roster';

type Way = 'person' | 'roster';

interface Made {
  readonly id: number;
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

const isUnsafe = ({ result, safe }: Made): boolean => result.entries.some(({ link }) => !safe.has(link));

const withSafe = (made: Made, entries: readonly RosterEntry[]): Made => ({
  ...made,
  safe: new Set([...made.safe, ...entries.map(({ link }) => link)]),
});

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
  const [made, setMade] = useState<readonly Made[]>([]);
  const guard = useLeaveGuard(made.some(isUnsafe), LEAVING);
  const away = useDialog<number>();

  const submit = async (order: RosterOrder): Promise<boolean> => {
    try {
      const result = await create.mutateAsync(order);
      setMade((former) => [{ id: former.length, way, csv: order.csv, result, safe: new Set() }, ...former]);
      return true;
    } catch {
      return false;
    }
  };
  const keep = (id: number, entries: readonly RosterEntry[]) =>
    setMade((all) => all.map((each) => (each.id === id ? withSafe(each, entries) : each)));
  const putAway = (id: number | null) => {
    away.close();
    setMade((all) => all.filter((each) => each.id !== id));
  };
  const correct = (from: Made) => {
    setCsv(refusedRows(from));
    setWay('roster');
  };
  return (
    <div className="stack">
      <PageHead
        title="Create"
        description="Sessions for others, by hand or from a roster. Each comes with a link that opens it."
      />
      {made.map((each) => (
        <Result
          key={each.id}
          result={each.result}
          onCopied={(entries) => keep(each.id, entries)}
          onDismiss={() => (isUnsafe(each) ? away.open(each.id) : putAway(each.id))}
          onCorrect={each.way === 'roster' ? () => correct(each) : undefined}
        />
      ))}
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
      <ConfirmDialog
        opened={away.opened}
        title="Put these links away?"
        confirm="Put them away"
        keep="Keep them"
        danger
        onConfirm={() => putAway(away.subject)}
        onClose={away.close}
      >
        {LEAVING.text}
      </ConfirmDialog>
    </div>
  );
};
export default CreatePage;
