import { queryOptions, useQuery } from '@tanstack/react-query';
import { RoleList } from '#server/identity/roles/roles.contract.ts';
import { SiteList } from '#server/identity/sites/sites.contract.ts';
import { api } from '../../ui/api/api.ts';
import { programQueries } from '../programs/program-queries.ts';

/** What the lists of administration are made of. */
export const administrationQueries = {
  roles: queryOptions({ queryKey: ['roles'], queryFn: () => api.get('/roles', RoleList), staleTime: 300_000 }),
  sites: queryOptions({ queryKey: ['sites'], queryFn: () => api.get('/sites', SiteList), staleTime: 300_000 }),
};

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** Roles to choose from. */
export function useRoleChoices(): Choice[] {
  const roles = useQuery(administrationQueries.roles);
  return (roles.data?.items ?? []).map(({ code, name }) => ({ value: code, label: name }));
}

/** Programs that run today. */
export function useProgramChoices(): Choice[] {
  const programs = useQuery(programQueries.all);
  return (programs.data?.items ?? []).filter(({ active }) => active).map(({ id, name }) => ({ value: id, label: name }));
}

/** Sites that are open. */
export function useSiteChoices(): Choice[] {
  const sites = useQuery(administrationQueries.sites);
  return (sites.data?.items ?? []).filter(({ active }) => active).map(({ id, name }) => ({ value: id, label: name }));
}
