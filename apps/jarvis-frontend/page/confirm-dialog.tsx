import { useState } from 'preact/hooks';
import { messageOf } from './api';
import { Dialog } from './dialog';

interface Props {
  readonly title: string;
  readonly text: string;
  readonly action: string;
  readonly onConfirm: () => Promise<void>;
  readonly onClose: () => void;
}

export function ConfirmDialog({ title, text, action, onConfirm, onClose }: Props) {
  const [error, setError] = useState<string | undefined>();
  const confirm = async (): Promise<void> => {
    try {
      await onConfirm();
      onClose();
    } catch (cause) {
      setError(messageOf(cause));
    }
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <p>{text}</p>
      {error && (
        <p class="form-error" role="alert">
          {error}
        </p>
      )}
      <div class="actions">
        <button type="button" class="primary bad" onClick={() => void confirm()}>
          {action}
        </button>
        <button type="button" onClick={onClose}>
          Keep
        </button>
      </div>
    </Dialog>
  );
}
