namespace Microsoft.Build.Framework;

/// <summary>
/// Says that a task may share its process with others in a multithreaded build. MSBuild goes by the full name, and
/// the version that the tasks are compiled against, for the sake of old SDKs, does not have it yet.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class MSBuildMultiThreadableTaskAttribute : Attribute;
