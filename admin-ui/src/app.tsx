import { useCredentials } from './api/credentials';
import { Console } from './console';
import { LoginPage } from './features/login/login-page';
import { NoticeList } from './shared/notice-list';

export const App = () => {
  const { token } = useCredentials();
  return (
    <>
      {token === null ? <LoginPage /> : <Console />}
      <NoticeList />
    </>
  );
};
