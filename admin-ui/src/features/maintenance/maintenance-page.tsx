import { Tabs } from '@mantine/core';
import { useLocation } from 'wouter';
import { EmptyState } from '../../shared/empty-state';
import { PageHead } from '../../shared/page-head';
import { PoolSection } from '../pool/pool-section';
import { MAINTENANCE, type MaintenanceSection } from './sections';

const MaintenancePage = ({ section }: { section: MaintenanceSection }) => {
  const [, go] = useLocation();
  return (
    <>
      <PageHead title="Maintenance" />
      <Tabs value={section} onChange={(name) => go(`/maintenance/${name}`)} keepMounted={false}>
        <Tabs.List mb="lg">
          {Object.entries(MAINTENANCE).map(([name, title]) => (
            <Tabs.Tab key={name} value={name}>
              {title}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={section}>
          {section === 'pool' ? <PoolSection /> : <EmptyState title={MAINTENANCE[section]} />}
        </Tabs.Panel>
      </Tabs>
    </>
  );
};
export default MaintenancePage;
