import { start } from './page';

void start(() => undefined);
