import { NotLoaded } from '../../shared/not-loaded';
import { PageHead } from '../../shared/page-head';
import '../../theme/forms.css';
import './config.css';
import { ConfigForm } from './config-form';
import { Egress } from './egress';
import { History } from './history';
import { OwnSettings } from './own-settings';
import { Rollout } from './rollout';
import { useConfig } from './use-config';

const ConfigPage = () => {
  const { data, error } = useConfig();
  return (
    <>
      <PageHead
        title="Configuration"
        description="What holds for every session. Changes are in force at once, also in running instances."
      />
      {!data && <NotLoaded error={error} height={480} label="Loading the settings" />}
      {data && (
        <div className="config-layout">
          <ConfigForm config={data} />
          <div className="config-side">
            <Rollout rollout={data.rollout} />
            <Egress egress={data.egress} />
            <OwnSettings />
            <History />
          </div>
        </div>
      )}
    </>
  );
};
export default ConfigPage;
