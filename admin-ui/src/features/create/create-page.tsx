import { EmptyState } from '../../shared/empty-state';
import { PageHead } from '../../shared/page-head';

const CreatePage = () => (
  <>
    <PageHead title="Create" description="Sessions for others, one by one or from a list." />
    <EmptyState title="Nothing here yet">Attendees launch their own instances on the landing page.</EmptyState>
  </>
);
export default CreatePage;
