import { createClient, type SameteamClient } from '@sameteam/api/client';

/** What the examples in docstrings take as given. The test of the examples answers its requests. */
export const client: SameteamClient = createClient({ baseUrl: 'http://localhost:4321' });
