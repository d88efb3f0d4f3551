import { memoryItemStore } from '#test/support/memory-item-store.ts';
import { itemStoreContract } from './item-store-contract.ts';

itemStoreContract('memoryItemStore', async () => memoryItemStore());
