using SpikeML.Tool.Running;
using SpikeML.Tool.Training;

return await Application.RunAsync(TrainCommand.Program, args);
