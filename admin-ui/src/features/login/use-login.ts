import { dataOf, done, type components } from '@jarvis/client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '../../api/client';
import { credentials } from '../../api/credentials';

export const useLogin = () =>
  useMutation({
    mutationFn: (body: components['schemas']['LoginDto']) => dataOf(client.POST('/api/admin/login', { body })),
    onSuccess: ({ access_token }) => credentials.logIn(access_token),
  });

/** Logs out here even when the server, which is asked to revoke the token, cannot be reached. */
export const useLogout = () => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => done(client.POST('/api/admin/logout')),
    onSettled: () => {
      credentials.drop('logged-out');
      queries.clear();
    },
  });
};
