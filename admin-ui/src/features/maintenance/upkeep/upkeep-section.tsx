import { CleanupCard } from './cleanup-card';
import { ReconcileCard } from './reconcile-card';

export const UpkeepSection = () => (
  <div className="narrow">
    <CleanupCard />
    <ReconcileCard />
  </div>
);
