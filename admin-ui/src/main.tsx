import '@mantine/core/styles.css';
import 'virtual:theme.css';
import './theme/page.css';
import './theme/shell.css';
import './theme/dashboard.css';
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { credentials } from './api/credentials';
import { App } from './app';
import { theme } from './theme/theme';

// `always`: a machine at an event may believe that it is offline and reach the server all the same.
const queries = new QueryClient({
  defaultOptions: { queries: { networkMode: 'always', retry: false }, mutations: { networkMode: 'always' } },
});

// What one organiser saw is gone when the next logs in.
credentials.subscribe(() => {
  if (credentials.get().token === null) queries.clear();
});

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

// The theme's variables are in the stylesheet (see vite.config.ts): no style element is added while the page runs.
createRoot(root).render(
  <StrictMode>
    <MantineProvider theme={theme} defaultColorScheme="auto" withCssVariables={false} withGlobalClasses={false}>
      <QueryClientProvider client={queries}>
        <App />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
