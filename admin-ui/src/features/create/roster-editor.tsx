import { Button, FileButton, Textarea } from '@mantine/core';
import { useState, type DragEvent } from 'react';
import { MOST_CHARACTERS, readRosterFile } from './read-roster-file';

const EXAMPLE = 'user_id,hours,table\nada@example.org,8,4\ngrace@example.org,,4\n';

interface Props {
  readonly csv: string;
  readonly onChange: (csv: string) => void;
}

/** The roster's text: typed, pasted, or read from a file that is chosen or dropped. The file stays on this computer. */
export const RosterEditor = ({ csv, onChange }: Props) => {
  const [refusal, setRefusal] = useState<string | null>(null);
  const [over, setOver] = useState(false);
  const take = (text: string) => {
    setRefusal(null);
    onChange(text);
  };
  const read = async (file: File | null | undefined) => {
    if (!file) return;
    try {
      take(await readRosterFile(file));
    } catch (error) {
      setRefusal(`${file.name}: ${error instanceof Error ? error.message : 'This file cannot be read.'}`);
    }
  };
  const onDrag = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setOver(event.type === 'dragover');
  };
  const onDrop = (event: DragEvent) => {
    if (event.dataTransfer.files.length === 0) return;
    event.preventDefault();
    setOver(false);
    void read(event.dataTransfer.files[0]);
  };
  const tooLong = csv.length > MOST_CHARACTERS ? 'At most 900,000 characters. Split the roster.' : undefined;
  return (
    <div className="drop" data-over={over} onDragOver={onDrag} onDragLeave={onDrag} onDrop={onDrop}>
      <Textarea
        label="People, as CSV"
        description="CSV with a header: user_id; hours and count if you like; further columns become details of the session. Or a list of users, one a line."
        placeholder={EXAMPLE}
        value={csv}
        onChange={(event) => take(event.currentTarget.value)}
        error={refusal ?? tooLong}
        rows={12}
        spellCheck={false}
        autoComplete="off"
        classNames={{ input: 'roster-text' }}
      />
      <div className="drop-foot">
        <FileButton accept=".csv,.tsv,.txt,text/csv,text/plain" onChange={(file) => void read(file)}>
          {(props) => (
            <Button variant="default" size="sm" {...props}>
              Choose a file
            </Button>
          )}
        </FileButton>
        {csv === '' ? (
          <Button variant="subtle" size="sm" onClick={() => take(EXAMPLE)}>
            Try an example
          </Button>
        ) : (
          <Button variant="subtle" size="sm" onClick={() => take('')}>
            Empty the editor
          </Button>
        )}
        <span className="dim small">or drop one here, up to 900 kB</span>
      </div>
    </div>
  );
};
