import { buildCacheRemove } from './buildCacheRemove.ts';
import type { Command } from './command.ts';
import { composeDown } from './composeDown.ts';
import { composeLogs } from './composeLogs.ts';
import { composeRestart } from './composeRestart.ts';
import { composeUp } from './composeUp.ts';
import { connectionDisconnect } from './connectionDisconnect.ts';
import { connectionRetry } from './connectionRetry.ts';
import { containerAttach } from './containerAttach.ts';
import { containerChanges } from './containerChanges.ts';
import { containerCommit } from './containerCommit.ts';
import { containerCompare } from './containerCompare.ts';
import { containerCopyFolderIn } from './containerCopyFolderIn.ts';
import { containerCopyId } from './containerCopyId.ts';
import { containerCopyIn } from './containerCopyIn.ts';
import { containerCopyName } from './containerCopyName.ts';
import { containerCopyOut } from './containerCopyOut.ts';
import { containerCreate } from './containerCreate.ts';
import { containerDescribe } from './containerDescribe.ts';
import { containerDuplicate } from './containerDuplicate.ts';
import { containerEveryWorkspace } from './containerEveryWorkspace.ts';
import { containerExec } from './containerExec.ts';
import { containerExport } from './containerExport.ts';
import { containerFilter } from './containerFilter.ts';
import { containerFilterClear } from './containerFilterClear.ts';
import { containerGroupBy } from './containerGroupBy.ts';
import { containerInspect } from './containerInspect.ts';
import { containerKill } from './containerKill.ts';
import { containerLabel } from './containerLabel.ts';
import { containerLogs } from './containerLogs.ts';
import { containerLogsTogether } from './containerLogsTogether.ts';
import { containerOpenInBrowser } from './containerOpenInBrowser.ts';
import { containerPause } from './containerPause.ts';
import { containerPrune } from './containerPrune.ts';
import { containerRecreate } from './containerRecreate.ts';
import { containerRemove } from './containerRemove.ts';
import { containerRename } from './containerRename.ts';
import { containerRestart } from './containerRestart.ts';
import { containerRunningOnly } from './containerRunningOnly.ts';
import { containerShell } from './containerShell.ts';
import { containerSortBy } from './containerSortBy.ts';
import { containerStart } from './containerStart.ts';
import { containerStop } from './containerStop.ts';
import { containerStoppedToo } from './containerStoppedToo.ts';
import { containerTop } from './containerTop.ts';
import { containerUnpause } from './containerUnpause.ts';
import { containerUpdate } from './containerUpdate.ts';
import { containerUsageHide } from './containerUsageHide.ts';
import { containerUsageShow } from './containerUsageShow.ts';
import { containerWait } from './containerWait.ts';
import { containerWorkspaceOnly } from './containerWorkspaceOnly.ts';
import { dockerfileBuild } from './dockerfileBuild.ts';
import { dockerfileBuildAndRun } from './dockerfileBuildAndRun.ts';
import { groupLogs } from './groupLogs.ts';
import { groupRemove } from './groupRemove.ts';
import { groupRestart } from './groupRestart.ts';
import { groupStart } from './groupStart.ts';
import { groupStop } from './groupStop.ts';
import { hostCleanUp } from './hostCleanUp.ts';
import { hostConnect } from './hostConnect.ts';
import { hostCopyAddress } from './hostCopyAddress.ts';
import { hostCreateContext } from './hostCreateContext.ts';
import { hostDisconnect } from './hostDisconnect.ts';
import { hostEdit } from './hostEdit.ts';
import { hostExport } from './hostExport.ts';
import { hostFollowCli } from './hostFollowCli.ts';
import { hostImport } from './hostImport.ts';
import { hostInspect } from './hostInspect.ts';
import { hostMarkProduction } from './hostMarkProduction.ts';
import { hostRemove } from './hostRemove.ts';
import { hostRename } from './hostRename.ts';
import { hostSetDefault } from './hostSetDefault.ts';
import { hostSwitch } from './hostSwitch.ts';
import { hostTest } from './hostTest.ts';
import { hostUnmarkProduction } from './hostUnmarkProduction.ts';
import { hostUse } from './hostUse.ts';
import { imageCompare } from './imageCompare.ts';
import { imageCopyDigest } from './imageCopyDigest.ts';
import { imageCopyId } from './imageCopyId.ts';
import { imageCopyName } from './imageCopyName.ts';
import { imageDanglingHide } from './imageDanglingHide.ts';
import { imageDanglingShow } from './imageDanglingShow.ts';
import { imageFilter } from './imageFilter.ts';
import { imageFilterClear } from './imageFilterClear.ts';
import { imageGroupBy } from './imageGroupBy.ts';
import { imageHistoryShow } from './imageHistoryShow.ts';
import { imageImport } from './imageImport.ts';
import { imageInspect } from './imageInspect.ts';
import { imageLoad } from './imageLoad.ts';
import { imagePrune } from './imagePrune.ts';
import { imagePull } from './imagePull.ts';
import { imagePullAgain } from './imagePullAgain.ts';
import { imageRemove } from './imageRemove.ts';
import { imageRun } from './imageRun.ts';
import { imageRunInteractive } from './imageRunInteractive.ts';
import { imageRunWithOptions } from './imageRunWithOptions.ts';
import { imageSave } from './imageSave.ts';
import { imageTag } from './imageTag.ts';
import { layerCopyCommand } from './layerCopyCommand.ts';
import { mountCopyDestination } from './mountCopyDestination.ts';
import { mountCopyPath } from './mountCopyPath.ts';
import { mountOpen } from './mountOpen.ts';
import { networkBuiltinHide } from './networkBuiltinHide.ts';
import { networkBuiltinShow } from './networkBuiltinShow.ts';
import { networkConnect } from './networkConnect.ts';
import { networkCopyId } from './networkCopyId.ts';
import { networkCopyName } from './networkCopyName.ts';
import { networkCreate } from './networkCreate.ts';
import { networkFilter } from './networkFilter.ts';
import { networkFilterClear } from './networkFilterClear.ts';
import { networkGroupBy } from './networkGroupBy.ts';
import { networkInspect } from './networkInspect.ts';
import { networkPrune } from './networkPrune.ts';
import { networkRemove } from './networkRemove.ts';
import { nodeInspect } from './nodeInspect.ts';
import { portCopyAddress } from './portCopyAddress.ts';
import { portOpen } from './portOpen.ts';
import { repositoryCopyName } from './repositoryCopyName.ts';
import { repositoryPull } from './repositoryPull.ts';
import { repositoryRemove } from './repositoryRemove.ts';
import { swarmInit } from './swarmInit.ts';
import { volumeBackUp } from './volumeBackUp.ts';
import { volumeClone } from './volumeClone.ts';
import { volumeCopyName } from './volumeCopyName.ts';
import { volumeCreate } from './volumeCreate.ts';
import { volumeFilter } from './volumeFilter.ts';
import { volumeFilterClear } from './volumeFilterClear.ts';
import { volumeGroupBy } from './volumeGroupBy.ts';
import { volumeInspect } from './volumeInspect.ts';
import { volumePrune } from './volumePrune.ts';
import { volumeRemove } from './volumeRemove.ts';
import { volumeRestore } from './volumeRestore.ts';
import { volumeSize } from './volumeSize.ts';

/** Every command; menus list those of one place in this order. */
export const commands: readonly Command[] = [
  containerLogs,
  containerLogsTogether,
  containerShell,
  containerExec,
  containerAttach,
  containerOpenInBrowser,
  containerInspect,
  containerTop,
  containerChanges,
  containerWait,
  containerCompare,
  containerStart,
  containerUnpause,
  containerStop,
  containerRestart,
  containerPause,
  containerKill,
  containerRename,
  containerDuplicate,
  containerRecreate,
  containerUpdate,
  containerCommit,
  containerExport,
  containerCopyIn,
  containerCopyFolderIn,
  containerCopyOut,
  containerCopyName,
  containerCopyId,
  containerRemove,
  groupLogs,
  groupStart,
  groupStop,
  groupRestart,
  groupRemove,
  imageInspect,
  imageCompare,
  imageRun,
  imageRunInteractive,
  imageRunWithOptions,
  imageTag,
  imageCopyName,
  imageCopyId,
  imageCopyDigest,
  imageRemove,
  imageHistoryShow,
  imageSave,
  imagePullAgain,
  repositoryPull,
  repositoryCopyName,
  repositoryRemove,
  layerCopyCommand,
  networkInspect,
  networkConnect,
  networkCopyName,
  networkCopyId,
  networkRemove,
  connectionDisconnect,
  volumeInspect,
  volumeSize,
  volumeClone,
  volumeBackUp,
  volumeRestore,
  volumeCopyName,
  volumeRemove,
  buildCacheRemove,
  nodeInspect,
  dockerfileBuild,
  dockerfileBuildAndRun,
  composeUp,
  composeDown,
  composeRestart,
  composeLogs,
  hostUse,
  hostConnect,
  hostDisconnect,
  hostTest,
  hostInspect,
  hostCreateContext,
  hostSwitch,
  hostImport,
  hostFollowCli,
  hostEdit,
  hostRename,
  hostExport,
  hostSetDefault,
  hostMarkProduction,
  hostUnmarkProduction,
  hostCopyAddress,
  hostRemove,
  connectionRetry,
  containerCreate,
  containerPrune,
  imagePrune,
  swarmInit,
  networkCreate,
  networkPrune,
  volumeCreate,
  volumePrune,
  hostCleanUp,
  imagePull,
  imageLoad,
  imageImport,
  containerFilter,
  containerFilterClear,
  containerRunningOnly,
  containerStoppedToo,
  containerWorkspaceOnly,
  containerEveryWorkspace,
  containerGroupBy,
  containerSortBy,
  containerLabel,
  containerDescribe,
  containerUsageShow,
  containerUsageHide,
  imageFilter,
  imageFilterClear,
  imageGroupBy,
  imageDanglingShow,
  imageDanglingHide,
  networkFilter,
  networkFilterClear,
  networkGroupBy,
  networkBuiltinShow,
  networkBuiltinHide,
  volumeFilter,
  volumeFilterClear,
  volumeGroupBy,
  portOpen,
  portCopyAddress,
  mountOpen,
  mountCopyPath,
  mountCopyDestination,
];
