import { Link } from 'wouter';
import { EmptyState } from '../shared/empty-state';
import { PageHead } from '../shared/page-head';

export const NotFoundPage = () => (
  <>
    <PageHead title="No such page" />
    <EmptyState title="This address leads nowhere" action={<Link href="/">Go to the dashboard</Link>}>
      It may be mistyped, or from another version of the console.
    </EmptyState>
  </>
);
