import { PageHead } from '../../shared/page-head';
import { ConfigSection } from './config-section';

const ConfigPage = () => (
  <>
    <PageHead title="Configuration" description="What every session may do. Changes are in force at once." />
    <ConfigSection />
  </>
);
export default ConfigPage;
