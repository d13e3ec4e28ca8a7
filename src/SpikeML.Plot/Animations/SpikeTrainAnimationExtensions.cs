namespace SpikeML.Plot;

/// <summary>Saves spike trains as animations.</summary>
public static class SpikeTrainAnimationExtensions
{
    extension(SpikeTrain train)
    {
        /// <summary>
        /// Saves the train as an animation with one frame per time step, in the format of the file's extension: .gif, .apng or
        /// .png, .mp4, .html, or none for a folder of frames (see
        /// <see cref="Animation.Save(string, IProgress{double}, CancellationToken)"/>).
        /// </summary>
        /// <param name="path">
        /// The file or folder; its parent folder must exist. An existing one is replaced only when the new one is complete.
        /// </param>
        /// <param name="options">How it is drawn, or null for the defaults of <see cref="AnimationOptions"/>.</param>
        /// <param name="progress">Receives the completed share, from 0 to 1, or null.</param>
        /// <param name="cancellationToken">Cancels the work; nothing is written in that case.</param>
        /// <exception cref="ArgumentException">The extension is unknown.</exception>
        /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
        /// <exception cref="NotSupportedException">The file is .mp4, and ffmpeg was not found.</exception>
        /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
        /// <exception cref="UnauthorizedAccessException">Access to the file or its folder is denied.</exception>
        /// <exception cref="IOException">The file could not be written, or ffmpeg failed.</exception>
        public void SaveAnimation(string path, AnimationOptions? options = null, IProgress<double>? progress = null,
            CancellationToken cancellationToken = default) =>
            SpikePlot.Animate(train, options).Save(path, progress, cancellationToken);
    }
}
