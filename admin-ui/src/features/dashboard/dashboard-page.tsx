import { PageHead } from '../../shared/page-head';
import { Summary } from '../health/summary';
import { useCapacity } from '../health/use-capacity';
import { useHealth } from '../health/use-health';
import { Warnings } from '../health/warnings';

const DashboardPage = () => {
  const health = useHealth();
  const capacity = useCapacity();
  return (
    <>
      <PageHead title="Dashboard" />
      <Warnings health={health.data} />
      <Summary health={health.data} capacity={capacity.data} />
    </>
  );
};
export default DashboardPage;
