import { identityContract } from '../../contracts/identity.ts';
import { sessionsContract } from '../../contracts/sessions.ts';
import { trialServer } from './trial-server.ts';

const start = () => trialServer();

identityContract({ start, credential: 'cookie' });
sessionsContract({ start });
