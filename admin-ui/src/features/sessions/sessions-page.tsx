import { PageHead } from '../../shared/page-head';
import { Updated } from '../health/updated';
import { SessionsSection } from './sessions-section';
import { useSessions } from './use-sessions';

const SessionsPage = () => {
  const { dataUpdatedAt } = useSessions();
  return (
    <>
      <PageHead title="Sessions" actions={<Updated updatedAt={dataUpdatedAt} />} />
      <SessionsSection />
    </>
  );
};
export default SessionsPage;
