import { dataOf, messageOf } from '@jarvis/client';
import { Alert, Button, SegmentedControl, Switch, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useDeferredValue, useMemo, useState } from 'react';
import { patientClient } from '../../../api/client';
import { count, many } from '../../../shared/format';
import { notifyFailed } from '../../../shared/notices';
import { saveText } from '../../../shared/save-file';
import { linesWith, MOST_LINES } from './log-lines';
import { LogView } from './log-view';
import { useLogLines, type Service } from './use-log-lines';

const DOWNLOADED_LINES = 100_000;

const useDownload = (id: string, service: Service) =>
  useMutation({
    mutationFn: async () => {
      const params = { path: { id, service }, query: { tail: DOWNLOADED_LINES } };
      // A container that has printed nothing has an empty text, which is an answer too.
      const {
        data = '',
        error,
        response,
      } = await patientClient.GET('/api/admin/sessions/{id}/logs/{service}', {
        params,
        parseAs: 'text',
      });
      if (!response.ok) await dataOf(Promise.resolve({ error, response }));
      saveText(`${id}-${service}.log`, data);
    },
    onError: (error) => notifyFailed(messageOf(error)),
  });

interface BodyProps {
  readonly id: string;
  readonly service: Service;
}

const LogBody = ({ id, service }: BodyProps) => {
  const [paused, setPaused] = useState(false);
  const [words, setWords] = useState('');
  const [wrap, setWrap] = useState(true);
  const [follow, setFollow] = useState(true);
  const { lines, state, error, waiting } = useLogLines(id, service, paused);
  const wanted = useDeferredValue(words);
  const found = useMemo(() => linesWith(lines, wanted), [lines, wanted]);
  const download = useDownload(id, service);
  const counted =
    found.length === lines.length
      ? many(lines.length, 'line')
      : `${count(found.length)} of ${many(lines.length, 'line')}`;
  return (
    <>
      <div className="log-tools">
        <TextInput
          className="grow"
          type="search"
          aria-label="Search the log"
          placeholder="Search"
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        <Switch label="Wrap" checked={wrap} onChange={(event) => setWrap(event.currentTarget.checked)} />
        <Button variant="default" aria-pressed={paused} onClick={() => setPaused(!paused)}>
          {paused ? 'Resume' : 'Pause'}
        </Button>
        <Button variant="default" loading={download.isPending} onClick={() => download.mutate()}>
          Download
        </Button>
      </div>
      {error !== null && (
        <Alert color="red" role="alert">
          {error}
        </Alert>
      )}
      <div className="log-frame">
        {lines.length === 0 ? (
          <p className="log-nothing dim">
            {state === 'open' || error !== null ? 'Nothing was printed yet.' : 'Reading the log…'}
          </p>
        ) : (
          <LogView
            lines={found}
            wrap={wrap}
            follow={follow && !paused}
            onFollow={setFollow}
            label={`What the ${service} prints`}
          />
        )}
        {!follow && lines.length > 0 && (
          <Button className="to-end" size="compact-sm" onClick={() => setFollow(true)}>
            To the newest line
          </Button>
        )}
      </div>
      <p className="log-foot dim tabular" role="status">
        {counted}
        {lines.length === MOST_LINES && ', older ones are in the download'}
        {paused ? ` · paused, ${waiting} more` : state === 'waiting' ? ' · connecting again…' : ''}
      </p>
    </>
  );
};

/** What a session's containers print, as they print it. */
export const LogPanel = ({ id }: { id: string }) => {
  const [service, setService] = useState<Service>('backend');
  return (
    <div className="details-part">
      <SegmentedControl
        value={service}
        onChange={(value) => setService(value === 'frontend' ? 'frontend' : 'backend')}
        data={[
          { value: 'backend', label: 'Backend' },
          { value: 'frontend', label: 'Frontend' },
        ]}
        aria-label="Container"
      />
      <LogBody key={service} id={id} service={service} />
    </div>
  );
};
