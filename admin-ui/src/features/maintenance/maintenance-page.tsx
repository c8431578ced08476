import { Tabs } from '@mantine/core';
import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import { PageHead } from '../../shared/page-head';
import { AuditSection } from '../audit/audit-section';
import { PoolSection } from '../pool/pool-section';
import '../../theme/forms.css';
import './maintenance.css';
import { MessagesSection } from './messages/messages-section';
import { MAINTENANCE, type MaintenanceSection } from './sections';
import { UpkeepSection } from './upkeep/upkeep-section';
import { VolumesSection } from './volumes/volumes-section';

const SECTIONS: Record<MaintenanceSection, () => ReactNode> = {
  upkeep: UpkeepSection,
  pool: PoolSection,
  volumes: VolumesSection,
  messages: MessagesSection,
  audit: AuditSection,
};

const MaintenancePage = ({ section }: { section: MaintenanceSection }) => {
  const [, go] = useLocation();
  const Section = SECTIONS[section];
  return (
    <>
      <PageHead title="Maintenance" description="What keeps the platform tidy, warm and talking to its attendees." />
      <Tabs value={section} onChange={(name) => go(`/maintenance/${name}`)} keepMounted={false}>
        <Tabs.List mb="xl">
          {Object.entries(MAINTENANCE).map(([name, title]) => (
            <Tabs.Tab key={name} value={name}>
              {title}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={section}>
          <Section />
        </Tabs.Panel>
      </Tabs>
    </>
  );
};
export default MaintenancePage;
