import { Dialog } from './dialog';

interface Props {
  readonly isKept: boolean;
  readonly onStay: () => void;
  readonly onLeave: () => void;
  readonly onDiscard: () => void;
}

/** Asks what is to become of unsaved changes. */
export const LeaveDialog = ({ isKept, onStay, onLeave, onDiscard }: Props) => (
  <Dialog title="Leave with unsaved changes?" onClose={onStay}>
    <p>
      {isKept
        ? 'They can stay in this browser as a draft, which is there when you come back.'
        : 'This browser keeps no drafts: they are lost unless you save them.'}
    </p>
    <div class="actions scenario-leave">
      {isKept && (
        <button type="button" class="primary" onClick={onLeave}>
          Keep the draft
        </button>
      )}
      <button type="button" class="danger" onClick={onDiscard}>
        Discard changes
      </button>
      <button type="button" onClick={onStay}>
        Stay
      </button>
    </div>
  </Dialog>
);
