import { serveProcess } from './server';

serveProcess();
